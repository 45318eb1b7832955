# Slack: what stands around the conversation there.

slack-title = Guildmate
slack-sure = One more question
slack-no = No, go back
slack-fill-in = Fill it in
slack-close = Close
slack-spoken = This is being answered question by question in our conversation. Go on there.
slack-press-again = That took too long to open. Please press the button again.
slack-home-more = There is more than fits here.
slack-send-all = Send me all of it
