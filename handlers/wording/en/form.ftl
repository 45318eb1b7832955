# What every form says, and what is wrong with a field.

form-next = Next
form-send = Send
form-not-sure = I am not sure
form-choice-yes = Yes
form-choice-no = No
form-choice-other = Another tool
form-required = Please fill this in.
form-too-long = This has { $is } characters; please keep it to { $most }.
form-not-an-option = Please choose one of the options shown.
form-alone = Choose this on its own, or take it off and choose the others.
form-not-an-address = This does not look like an e-mail address. Please write it like name@company.com.
form-too-many-files = Please hand in at most { $most } files here.
form-no-link = That is no link. A link begins with https://, and people who review have to be able to open it.
form-file-lost = { $name } got lost on its way. Please choose it again.
form-file-empty = { $name } is empty. Please choose another file.
form-file-too-large = { $name } is larger than { $most } MB. Please hand in a smaller one.
form-file-of-another-kind = { $name } is not of a kind I take, or not what its name says. I take PDF, Word, Excel, PowerPoint, PNG, JPEG and text files.
form-file-one-too-many = There was no more room for { $name }. Please add the files you have sent, or remove some.

form-waits = Your registration waits, with everything you answered. Go on with the button, or with `/{ $command }`.
form-waits-changes = Your changes wait, with everything you answered. Go on with the button.
form-waits-here = Your registration waits for your answer here: just type it, or go on with the button.
form-waits-changes-here = Your changes wait for your answer here: just type it, or go on with the button.
form-go-on = Continue
form-question-or-answer = If that was your answer, press this:
form-is-answer = It is my answer
