# Reviewing what others have registered.

review-summary = Review what waits for me
review-examples =
    What is waiting for review?
    Which reviews are due?

review-title = { $count ->
    [one] **One review waits.**
   *[other] **{ $count } reviews wait**, what is due first at the top.
}
review-none = No review waits for you.
review-open = Open
review-late = Overdue
review-state-waiting = Waiting
review-state-in-review = In review
review-state-changes-requested = Changes asked for
review-state-approved = Approved
review-state-rejected = Not approved
review-state-withdrawn = Withdrawn
review-history = **What has been said so far**

review-take = Take it
review-take-over = Take it over from { $name }
review-taken = You have it now; the others can see that.
review-taken-over = { $reviewer } has taken over the review of **{ $reference }** from you. There is nothing left for you to do.
review-give-back = Give it back
review-given-back = It waits for another reviewer now.
review-not-allowed = The handbook does not allow this, so there is nothing to approve. Reject it and say how to stop it, or ask for changes that make it something else.
review-on-hold = Nothing can be approved until what is open here is known. Help to find it out, or ask for changes.
review-not-approved = The handbook does not allow this, so it cannot be approved. Nothing was decided.
review-changed = This has changed since you looked, so nothing was decided. These are the answers now: please look again.
review-approve = Approve
review-ask = Ask for changes
review-reject = Reject
review-next = Next review

review-approve-title = Approve { $reference }
review-approve-label = Comment
review-approve-hint = If you like: { $maker } will read it.
review-approve-submit = Approve
review-approve-done = { $reference } is approved, and { $maker } is being told.
review-approve-told = **{ $reference }** ({ $name }) is approved by { $reviewer }.
review-approve-next = You may use it. Keep its evidence up to date, and change your answers when something changes.

review-ask-title = Ask for changes to { $reference }
review-ask-label = What should change?
review-ask-hint = { $maker } reads exactly this, so say what to change and why.
review-ask-submit = Ask for changes
review-ask-done = { $maker } is being asked for the changes to { $reference }. The review goes on when they are made.
review-ask-told = { $reviewer } asks for changes to **{ $reference }** ({ $name }).
review-ask-next = Change your answers, add evidence or answer in words, and then send it back: the same review goes on. A mentor can help.

review-reject-title = Reject { $reference }
review-reject-label = The reason
review-reject-hint = { $maker } reads exactly this. Say what stands against it.
review-stop-hint = { $maker } reads exactly this. Say how to stop it, and by when.
review-reject-submit = Reject
review-reject-done = { $reference } is not approved, and { $maker } is being told why.
review-reject-told = **{ $reference }** ({ $name }) was not approved by { $reviewer }.
review-reject-next = Please do not use it as it is. A mentor can help you to find another way, and you can change your answers when the design has changed.

review-said = { $reviewer } says: { $comment }
review-already = { $who } was faster: this review is “{ $state }” since { $at }. Nothing was changed.
review-mine-already = You decided this already: it is “{ $state }” since { $at }. Nothing was changed.
review-nobody = Somebody

review-more = { $count ->
    [one] Show one more
   *[other] Show the other { $count }
}
review-asks = Still to decide
review-then = Then
review-steps = Who decides
review-steps-earlier-rules = This was asked for under earlier rules. Today's rules ask { $who } as well: whoever approves first asks them, and without them nothing is approved.
review-role-reviewer = A reviewer
review-role-lead = The governance lead
review-role-mentor = A mentor
review-role-operator = An operator
review-step-approved = Approved by { $name }, { $at }
review-step-open = Asked, until { $until }
review-step-later = After the others, until { $until }
review-requirements = What is asked for
review-requirements-open = { $count } of { $of } open
review-requirements-met = All there
review-requirement-met = There
review-requirement-open = Open
review-requirement-before = needed before an approval
review-requirement-until = due { $until }
review-requirement-valid = valid until { $until }
review-requirement-waived = { $name } approved without it: { $reason }
review-condition = Condition: { $text }
review-training = Training: { $name }
review-changes = What changed since { $where }
review-version = version { $number }
review-change = { $before } → { $after }
review-held = This version asks for less care than { $where } ({ $tier }). Until you decide, { $tier } holds.
review-read-first = This tier needs no review. It waits for you only because the words and the answers differ; if it is a misunderstanding, approve it and the maker can go on.
review-reason-unsure = The maker was not sure, so it counts.
review-rules-changed = The rules have changed since: today others would apply, and the tier would be the same.
review-rules-changed-tier = The rules have changed since: by today's rules the tier would be { $tier }.
review-paused-by = { $name }, { $at }: { $reason }
review-missing = Before an approval, this is still needed: { $names }.
review-not-yours-to-decide = You can read this and comment on it. Others decide about it.
review-others-next = There is nothing for you to approve now. Still to decide: { $who }.

review-give = Give it to…
review-give-title = Give { $reference } to somebody
review-give-label = Who should have it?
review-give-to = { $name } ({ $count ->
    [one] { $count } open review
   *[other] { $count } open reviews
})
review-give-submit = Give it
review-give-done = { $name } has it now and is being told.
review-give-nobody = There is nobody else who may decide this.
review-leaving = I will be away
review-leave-title = Give what I have to somebody
review-leave-label = Who decides instead of you?
review-leave-submit = Give it to them
review-leave-done = { $name } has { $given } now, and the makers are being told.
review-leave-left = Whoever you chose may not decide { $left }: it is still yours. Give it back or to somebody else.
review-given = { $reviewer } has given you the review of **{ $reference }** ({ $name }). It is due { $until }.
review-handed-on = { $reviewer } has the review of **{ $reference }** now. You hear until { $until }.

review-lift = Take away: { $text }
review-lift-title = A condition of { $reference }
review-lift-label = Why may it go?
review-lift-hint = { $maker } reads exactly this.
review-lift-submit = Take it away
review-lifted = The condition "{ $text }" is taken away, and the owner is being told.
review-lifted-told = { $reviewer } has looked again at **{ $reference }** and taken a condition away: { $text }

review-pause = Pause it
review-pause-title = Pause { $reference }
review-pause-label = Why should it stop for now?
review-pause-hint = { $maker } reads exactly this. A pause is no judgement.
review-pause-submit = Pause it
review-paused = { $reference } is paused, and its owner is being told.
review-paused-told = { $reviewer } has paused **{ $reference }** ({ $name }). Please do not use it until it goes on; a pause is no judgement.
review-resume = Let it go on
review-resumed = { $reference } goes on, and its owner is being told.
review-resumed-told = { $reviewer } lets **{ $reference }** ({ $name }) go on. You may use it again.

review-comment = Comment
review-comment-title = Comment on { $reference }
review-comment-about = What is it about?
review-comment-whole = The whole
review-comment-reply = Reply to { $name }: { $text }
review-comment-label = Your comment
review-comment-hint = { $maker } reads exactly this.
review-comment-submit = Send
review-comment-done = Your comment is here, and { $maker } is being told.
review-attempt-told = { $who } pressed a decision about **{ $reference }** ({ $name }) that is somebody else's to make. Nothing was decided.
review-attempt-told-change = { $who } tried to change something of **{ $reference }** ({ $name }) that is not open to them. Nothing was changed.
review-coached = You coached **{ $reference }** ({ $name }): you may comment on it, and others decide.
review-comment-told = { $reviewer } has written something about **{ $reference }**.
review-comment-settled = dealt with

review-conditions-label = Conditions
review-conditions-hint = If there are any: one on each line. They are asked for after the approval.
review-conditions-until = To be met within
review-conditions-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
review-conditions-told = Conditions, to be met until { $until }:
review-override = Approve anyway
review-override-title = Approve { $reference } anyway
review-override-label = Why may it go on without this?
review-override-hint = This stays on the record, and { $maker } reads it.
review-override-submit = Approve anyway
review-way-label = A way forward
review-way-hint = What would be possible instead?
review-way = Possible instead: { $way }
review-step-done = Your part of { $reference } is approved. Still to decide: { $who }. { $maker } is being told.
review-step-told = { $reviewer } has approved a part of **{ $reference }** ({ $name }). Still to decide: { $who }.
