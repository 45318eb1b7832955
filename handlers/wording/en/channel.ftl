# How the assistant behaves in a channel.

channel-summary = Choose how I answer in a channel
channel-examples =
    Change the settings of this channel
channel-where = Say this in the channel that it is about, with a mention of me.
channel-title = In this channel
channel-intro = It holds from the next question on, for everybody there.
channel-first = Who reads an answer first?
channel-first-everybody = Everybody in the channel
channel-first-asker = Whoever asked, who may share it
channel-threads = Should I go on in a thread without being mentioned again?
channel-threads-yes = Yes, with whoever has asked there
channel-threads-no = No, only when I am mentioned
channel-saved = That is how I do it in this channel from now on.
