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
