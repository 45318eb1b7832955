# Slack: what stands around the conversation there.

slack-title = Guildmate
slack-sure = One more question
slack-no = No, go back
slack-fill-in = Fill it in
slack-close = Close
