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
review-ask-next = Change your answers and confirm them: the same review then goes on. A mentor can help.

review-reject-title = Reject { $reference }
review-reject-label = The reason
review-reject-hint = { $maker } reads exactly this. Say what stands against it, and what would be possible instead.
review-stop-hint = { $maker } reads exactly this. Say how to stop it, by when, and what would be possible instead.
review-reject-submit = Reject
review-reject-done = { $reference } is not approved, and { $maker } is being told why.
review-reject-told = **{ $reference }** ({ $name }) was not approved by { $reviewer }.
review-reject-next = Please do not use it as it is. A mentor can help you to find another way, and you can change your answers when the design has changed.

review-said = { $reviewer } says: { $comment }
review-already = { $who } was faster: this review is “{ $state }” since { $at }. Nothing was changed.
review-mine-already = You decided this already: it is “{ $state }” since { $at }. Nothing was changed.
review-nobody = Somebody
