# What every form says, and what is wrong with a field.

form-next = Next
form-send = Send
form-not-sure = I am not sure
form-required = Please fill this in.
form-too-long = This has { $is } characters; please keep it to { $most }.
form-not-an-option = Please choose one of the options shown.
form-alone = Choose this on its own, or take it off and choose the others.
form-not-an-address = This does not look like an e-mail address. Please write it like name@company.com.

form-waits = Your registration waits, with everything you answered. Go on with the button, or with `/{ $command }`.
form-waits-changes = Your changes wait, with everything you answered. Go on with the button.
form-go-on = Continue
form-answer-or-question = Is that your answer, or a question?
form-is-answer = It is my answer
form-is-question = It is a question
