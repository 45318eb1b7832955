# Slack: what stands around the conversation there.

slack-title = Guildmate
slack-sure = One more question
slack-no = No, go back
slack-fill-in = Fill it in
slack-looking = is looking…
slack-close = Close
slack-there = It is in our conversation.
slack-external = Guildmate answers colleagues of this organisation only.
slack-guest = Guildmate does not answer guest accounts here. Ask the colleague who invited you.
slack-trouble = I could not find out who you are in Slack. Try again in a moment.
slack-privately = I have sent it to you in our conversation, where only you can read it.
slack-share = Share in the channel
slack-broken = Something went wrong on our side, and nothing was changed. Try again in a moment.
