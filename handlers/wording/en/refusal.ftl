# What cannot be done: the reason first, then what to do about it.

refusal-not-possible = That is not possible right now. Type `/help` to see what is.
refusal-not-found = I know of nothing called { $reference }.
refusal-solution-not-found = I know of no solution { $reference }. References look like SOL-0042.
refusal-review-not-found = That review is no longer here. Type `/review` to see what is waiting.
refusal-booking-not-found = I know of no booking { $reference }. References look like BKG-0107.
refusal-person-not-found = I do not know this person yet. They have to say hello to me once.
refusal-question-not-found = I no longer have that question. Please ask it again.
refusal-draft-not-found = That form is closed already, so nothing was changed.
refusal-evidence-not-found = That file is not here, or it is not yours to see.
refusal-not-allowed = Only the people responsible for it can do that.
refusal-not-the-owner = Only the owner of { $reference } can do that. Ask them, or ask the governance team to change the owner.
refusal-not-a-reviewer = Only somebody with the reviewer's role for this can do that, or whoever its review asks to sign off; you are told when that is you. Reviewing is for reviewers and governance leads; your own solutions are under `/solutions`.
refusal-own-solution = This is your own solution, so somebody else has to review it.
refusal-has-a-stake = You are too close to { $reference } to decide about it: you back it up, coached it, helped to build it, or decided it before. Somebody else decides.
refusal-requirements-open = { $reference } cannot be approved yet: something that its tier asks for is missing. The page of the case lists it.
refusal-evidence-decided = This evidence of { $reference } belongs to a decision and stays with it. Add new evidence beside it instead.
refusal-not-a-mentor = Only mentors have office hours. If you would like to become one, ask the governance team.
refusal-not-a-lead = Only a governance lead can do that.
refusal-not-your-booking = This booking is somebody else's. Only its maker and its mentor can cancel it.
refusal-move-not-allowed = { $current ->
    [approved] This has been approved already, so nothing was changed.
    [rejected] This has been rejected already, so nothing was changed.
    [withdrawn] This has been withdrawn in the meantime, so nothing was changed.
    [changes_requested] Changes have been asked for already; it is the maker's turn now.
    [retired] This solution is retired, so nothing was changed.
    [idea] This does not run yet, so there is nothing to pause.
   *[other] Somebody was faster, so nothing was changed. Please look at it again.
}
refusal-slot-taken = { $starts_at } has just been taken. Please choose another time.
refusal-slot-not-offered = { $starts_at } is not on offer any more. Please choose another time.
refusal-too-much-evidence = There is no more room for evidence of { $reference }. Please remove what is no longer needed.
refusal-too-late = { $reference } began { $starts_at }, so it can no longer be cancelled. Tell the other person directly.
refusal-already-answered = { $replied_by } has answered this question already, so your reply was not sent.
refusal-not-approved = { $reference } can be shown to everybody once it is approved.
refusal-policy-unusable = The policy cannot be read right now, so I would rather not decide anything. Please tell the governance team.
refusal-records-unreachable = I cannot reach the records right now. Nothing was changed; please try again in a minute.
refusal-handbook-unusable = I cannot read the handbook right now. Please try again in a minute, and tell the governance team if it stays so.
refusal-handbook-empty = The handbook has no pages yet, so there is nothing I can answer from.
refusal-page-not-found = This page is not in the handbook, or not for everybody.
refusal-search-unavailable = The search in the handbook is not working right now. Please try again in a minute.
refusal-broken = Something broke on my side, and nothing was changed. Please try again; if it happens again, tell the governance team this number: **{ $incident }**
refusal-role = No review asks you to sign anything off now. `/{ $command }` is for reviewers and governance leads, and for whoever a review asks to sign off; you are told when that is you. Your own solutions are under `/solutions`.
refusal-lead = `/{ $command }` is for governance leads.
refusal-stale = This button is from an older message and does nothing any more. Type `/home` to see where you are.

refusal-see-solutions = See my solutions
refusal-see-office-hours = See office hours
refusal-see-register = Go to registration
refusal-see-slots = See other times
