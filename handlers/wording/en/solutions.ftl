# Solutions: where they stand and what is in them.

solutions-summary = See my solutions, their state and next step
solutions-examples =
    What is the status of my solution?
    Show SOL-0001

solutions-title = { $count ->
    [one] **Your solution**
   *[other] **Your { $count } solutions**
}
solutions-none = You have not registered anything yet. It takes a few minutes, and something that already runs is just as welcome.
solutions-register = Register a solution
solutions-mine = My solutions
solutions-open = Open
solutions-change = Change my answers
solutions-retire = Retire it
solutions-retire-confirm = Retire { $reference }? It stays in the register as no longer in use, and an open review is taken back.
solutions-retired = **{ $reference }** is retired: { $name }. Please switch it off too, if you have not yet.
solutions-open-review = Open the review
solutions-not-yours = { $reference } belongs to { $name }. Only the owner, reviewers and governance leads can see what is in it; please ask { $name }.
solutions-only-owner = Only { $name }, who owns it, can change these answers.

solutions-owner = Owner
solutions-registered = Registered
solutions-tier = Tier: { $tier }
solutions-tier-label = Tier
solutions-with = Who has it
solutions-with-reviewers = Waiting for a reviewer
solutions-with-leads = Waiting for the governance lead
solutions-until = Until
solutions-next = Next step

solutions-state-draft = Saved, not sent
solutions-state-waiting = Waiting for a reviewer
solutions-state-withdrawn = Taken back
solutions-state-paused = Paused
solutions-state-in-review = In review
solutions-state-changes-requested = Changes asked for
solutions-state-approved = Approved
solutions-state-rejected = Not approved
solutions-state-retired = Retired

solutions-next-draft = Send it back when you have answered everything.
solutions-next-waiting = Nothing for you to do; you will be told.
solutions-next-withdrawn = Change your answers to send it in again.
solutions-next-paused = Read why, and ask for it to go on.
solutions-next-in-review = Nothing for you to do; you will be told.
solutions-next-changes-requested = Read the comment and change your answers.
solutions-next-approved = Keep the evidence up to date, and tell us when something changes.
solutions-next-rejected = Read the reason, and talk to a mentor about another way.
solutions-next-retired = None.

solutions-no-answer = (no answer)
solutions-quoted = “{ $text }”
solutions-why = **Why this tier**
solutions-no-rule = No rule of the handbook asks for more care than this.
solutions-because = { $because } ({ $tier })
solutions-unsure = This counts because you were not sure about { $questions }: find out and update your answer.
solutions-clauses = Where this is written
solutions-clause = version { $version } · in force since { $since } · { $owner }
solutions-clause-undated = version { $version } · { $owner }
solutions-clause-stale = This page should have been reviewed by { $on }. Please check with its owner.

solutions-need = **What is needed next**
solutions-need-nothing = Nothing more is needed.
solutions-need-review = Review: { $who }, by { $until }
solutions-need-evidence = { $name }: { $how }
solutions-need-training = Training: { $name } ({ $minutes } minutes)

solutions-lower-title = **What would bring a lower tier**
solutions-alternatives-title = **What you could build instead**
solutions-would-lower = { $designs } Then: tier { $tier }
solutions-design-with = { $design } ({ $answer })
solutions-shown-by = { $design } To show it: { $proof }.

solutions-maps-to = Standards and laws that ask for the same: { $places }

solutions-stop-title = Not like this
solutions-stop-why = Nothing can be approved while this is so. If it already runs, please stop this part of it now; the rest can go on.
solutions-stop-tools = Approved tools that may see this data: { $tools }
solutions-stop-instead = What to do about what has already happened
solutions-hold-title = On hold until this is known
solutions-hold-why = Nothing can be approved until then, and there is no need to stop anything. Please find out:
solutions-hold-mentor = a mentor
solutions-hold-ask = “{ $question }” Ask: { $who }, by { $until }

solutions-differences-title = The words and the answers differ
solutions-difference = “{ $quote }”: “{ $question }” The words say: { $says }. The answer is: { $answer }.

solutions-find = Find a solution
solutions-which = Which solution?
solutions-which-hint = Type a part of its name, or its number.

solutions-evidence = Evidence
solutions-evidence-file = { $name } ({ $size } kB)
solutions-evidence-add = Add evidence
solutions-evidence-remove = Remove some
solutions-evidence-title = Evidence for { $reference }
solutions-evidence-intro = Add what you have; the rest can follow later. I take PDF, Word, Excel, PowerPoint, PNG, JPEG and text files.
solutions-evidence-talk = Paste links here instead
solutions-evidence-none-asked = No evidence is asked for here.
solutions-evidence-added = Added to **{ $reference }**, for you and the reviewers to see.
solutions-evidence-nothing = Nothing new was added to **{ $reference }**.
solutions-evidence-which = What should be removed?
solutions-evidence-take-away = Remove
solutions-evidence-removed = { $count ->
    [0] Nothing was removed.
    [one] One piece of evidence is removed.
   *[other] { $count } pieces of evidence are removed.
}
solutions-evidence-ask = **{ $name }**: { $how } Paste a link to it, or type "skip" or "stop".
solutions-evidence-for-now = That is all for **{ $reference }** for now. You can add more whenever you have it.
solutions-files-title = Which solution is this evidence for?
solutions-files-where = What it shows
solutions-files-keep = Keep the file as evidence
solutions-files-nowhere = None of your solutions is asked for evidence, so I have not kept the file. Register the solution first.

solutions-send-back = Send it back to the reviewer
solutions-sent-back = **{ $reference }** is back with { $reviewer }. You hear until { $until }.
solutions-came-back = { $maker } has answered what you asked about **{ $reference }** ({ $name }). Please look again.
