# What is said without being asked: reminders.

worker-booking-soon = Your office hour begins soon.
worker-booking-with = With
worker-booking-when = When
worker-booking-topic = About
worker-booking-see = My bookings
worker-review-late = A review is past its date.
worker-review-owner = Made by
worker-review-due = Was due
worker-review-open = Open the review

worker-ownerless = The owner of this solution has left, and it has no backup owner. Please pause it, and ask the department who takes it over.
worker-ownerless-open = Open the solution
