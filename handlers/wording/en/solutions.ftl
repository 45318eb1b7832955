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
solutions-owner-left = { $owner }, who has left: nobody owns it now
solutions-registered = Registered
solutions-again = Look at it again
solutions-again-since = due since { $at }
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
solutions-clause-then = as it read when this was registered
solutions-clause-stale = This page should have been reviewed by { $on }. Please check with its owner.

solutions-need = What is needed next
solutions-need-review = Review: { $who }, by { $until }
solutions-need-evidence = { $name }: { $how }
solutions-need-training = { $name } ({ $minutes } minutes)

solutions-lower-title = **What would bring a lower tier**
solutions-alternatives-title = **What you could build instead**
solutions-would-lower = { $designs } Then: tier { $tier }
solutions-design-with = { $design } ({ $answer })
solutions-shown-by = { $design } To show it: { $proof }.

solutions-maps-to = Where standards and laws speak of this, for orientation: { $places }

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
solutions-evidence-removed-told = { $who } has taken evidence of **{ $reference }** ({ $name }) away.
solutions-came-back = { $maker } has answered what you asked about **{ $reference }** ({ $name }). Please look again.

# One solution: its versions, its people, and what can be done about it.
solutions-backup = Backup owner
solutions-nobody = Nobody yet
solutions-runs = Runs
solutions-version-label = Version
solutions-version-of = { $number }, of { $at }
solutions-then = After that
solutions-live = Version { $number } (“{ $name }”) is approved and may keep running.
solutions-live-paused = Version { $number } (“{ $name }”) is approved, but nothing may run while it is paused.
solutions-version-waits = Version { $number } waits for { $who } until { $until }.
solutions-somebody = a reviewer
solutions-version-yours = Version { $number } waits for you: answer what was asked, and send it back.
solutions-version-is = Version { $number }: { $state }.
solutions-held = This asks for less care than before ({ $where }), so a person looks first; until then tier { $tier } holds.
solutions-read-first = Your words and your answers do not quite say the same, so a person reads them before this is approved. Your tier stays as you answered. If it is only a misunderstanding, it costs you a short wait and nothing else:
solutions-operation-idea = Not yet
solutions-operation-pilot = As a pilot
solutions-operation-live = Yes
solutions-operation-paused = Paused
solutions-operation-retired = No, it is retired
solutions-paused-by = Paused by { $name } since { $since }: { $reason }
solutions-next-missing = { $more ->
    [0] Still missing: { $name }.
    [one] Still missing: { $name }, and one more thing.
   *[other] Still missing: { $name }, and { $more } more things.
}
solutions-need-count = { $count ->
    [0] All there
    [one] One thing is missing
   *[other] { $count } things are missing
}
solutions-need-there = There already: { $names }
solutions-need-until = { $what } · by { $until }
solutions-train = Open the training
solutions-condition-done = I have done this
solutions-condition-met = I have done condition { $n }
solutions-looked-after = **Solutions you back up, or were offered**

solutions-asked = { $who } asks
solutions-answer = Answer
solutions-answer-title = Answer about { $reference }
solutions-answer-label = Your answer
solutions-answer-submit = Save the answer
solutions-answer-saved = Your answer about **{ $reference }** is saved.
solutions-answer-told = { $who } answered in the review of **{ $reference }** ({ $name }).
solutions-tick = Done
solutions-tick-saved = Ticked off for **{ $reference }**.
solutions-not-sent-yet = This is saved, and not sent yet. Send it back when you have answered everything.
solutions-seen-at-once = The reviewer sees it now; there is nothing to send.

solutions-met-title = Condition of { $reference }
solutions-met-label = What shows that it is done?
solutions-met-submit = I have done this
solutions-met-told = { $who } has met a condition of **{ $reference }** ({ $name }): { $condition }
solutions-met-done = Noted: a condition of **{ $reference }** is met.

solutions-withdraw = Take it back
solutions-withdraw-confirm = Take { $reference } back? Nobody looks at this version then. A version that is approved stays approved.
solutions-withdraw-done = **{ $reference }** is taken back from the review: { $name }.
solutions-withdraw-told = { $who } has taken **{ $reference }** ({ $name }) back from the review.

solutions-hurry = It is urgent
solutions-hurry-title = Why is { $reference } urgent?
solutions-hurry-label = The reason, and by when
solutions-hurry-hint = The reviewers read exactly this.
solutions-hurry-submit = Ask to hurry
solutions-hurry-none = The tier { $tier } has no short cut. Talk with the governance lead about what is possible meanwhile.
solutions-hurry-told = { $who } asks you to look at **{ $reference }** ({ $name }) sooner.
solutions-hurry-done = **{ $reference }** is marked as urgent. You hear until { $until }.

solutions-appeal = Ask somebody else to look again
solutions-appeal-title = Appeal about { $reference }
solutions-appeal-label = Why should somebody look again?
solutions-appeal-hint = Possible until { $until }. Asking never counts against you.
solutions-appeal-submit = Send the appeal
solutions-appeal-none = There is nothing to appeal against here, or not any more. A mentor can help you to find another way.
solutions-appeal-told = { $who } appeals against the decision about **{ $reference }** ({ $name }). Please look again.
solutions-appeal-told-decided = { $who } has appealed against your decision about **{ $reference }** ({ $name }). Somebody else decides, and may talk with you.
solutions-appeal-done = Your appeal about **{ $reference }** is with the governance lead. You hear until { $until }.

solutions-running = Running it
solutions-pause = Pause it
solutions-pause-title = Pause { $reference }
solutions-pause-label = Why should it stop for now?
solutions-pause-hint = Owner and reviewers read exactly this. A pause is not a judgement.
solutions-pause-submit = Pause it
solutions-pause-done = **{ $reference }** is paused: { $name }. Please switch it off and tell its users.
solutions-pause-told = { $who } has paused **{ $reference }** ({ $name }).
solutions-pilot = It is only a pilot for now
solutions-pilot-done = **{ $reference }** is noted as a pilot: { $name }. What was approved stays as it is.
solutions-roll-out = Everybody uses it now
solutions-roll-out-done = **{ $reference }** is noted as in use by everybody it is for: { $name }.
solutions-resume = Let it go on
solutions-resume-done = **{ $reference }** may run again: { $name }.
solutions-resume-told = { $who } lets **{ $reference }** ({ $name }) go on.
solutions-retire-steps =
    Tell its users.
    Export what must be kept.
    Delete its working data and every copy.
    Cancel its licences.
solutions-retire-told = { $who } has retired **{ $reference }** ({ $name }).

solutions-backup-name = Name a backup owner
solutions-backup-title = Backup owner of { $reference }
solutions-backup-label = Who looks after it when you are away?
solutions-backup-hint = Somebody else who works here and can switch it off.
solutions-backup-submit = Name them
solutions-backup-done = { $person } is the backup owner of **{ $reference }** now.
solutions-backup-told = { $who } named you the backup owner of **{ $reference }** ({ $name }). You may open it, pause it and take it over.
solutions-backup-told-former = { $who } is the backup owner of **{ $reference }** ({ $name }) now, instead of you.
solutions-person-self = That is you. Please name somebody else.
solutions-person-unknown = I do not know anybody at { $address }, or they have left. Ask them to say hello to me once, or name somebody else.

solutions-hand-over = Hand it over
solutions-offer-title = Hand { $reference } over
solutions-offer-label = Who should own it?
solutions-offer-hint = They are asked first. Until they accept, it stays yours.
solutions-offer-submit = Ask them
solutions-offer-done = { $person } is asked to take over **{ $reference }**. Until then it stays yours.
solutions-offer-told = { $who } asks you to take over **{ $reference }** ({ $name }).
solutions-offered = { $who } has asked { $person } to take this over.
solutions-offer-take-back = Take the offer back
solutions-offer-taken-back = { $who } no longer asks you to take over **{ $reference }** ({ $name }).
solutions-accept = Take it over
solutions-accept-confirm = Take { $reference } over? You answer for it then, and its owner is told.
solutions-accept-done = **{ $reference }** is yours now: { $name }. { $person } is being told.
solutions-accept-told = { $who } is the owner of **{ $reference }** ({ $name }) now.
solutions-review-freed-told = { $who } may answer for **{ $reference }** ({ $name }) from now on, so its review waits for somebody else.
solutions-review-freed-coach = { $who } coaches the maker of **{ $reference }** ({ $name }), so its review waits for somebody else.
solutions-decline = No, thank you
solutions-decline-done = Noted: **{ $reference }** stays with { $person }.
solutions-decline-told = { $who } does not take over **{ $reference }** ({ $name }).

solutions-carry-over = Use the evidence of the version before
solutions-carried-over = **{ $reference }** now has the evidence of the version before. Please check that it still fits.

solutions-versions = Versions
solutions-versions-title = { $count ->
    [one] **{ $reference } has one version.**
   *[other] **{ $reference } has { $count } versions**, the newest first.
}
solutions-versions-older = Older ones
solutions-version = Version { $number } · { $name }
solutions-is-live = in use
solutions-made = Sent in by
solutions-decided = Decided by
solutions-at-once = nobody, approved at once
solutions-by = { $who }, { $at }
solutions-changed = What changed
