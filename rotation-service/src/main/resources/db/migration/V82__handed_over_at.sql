-- When a duty in force last changed hands: whoever publishes another plan in its place must have seen it (M8).
alter table duty add column handed_over_at datetime(6) null;
