/**
 * The departments of institutions: what each is called, what it does, under which other it stands and who heads it, day by day (R1).
 *
 * <p>Invariants: a code is unique in its institution and never changes; the terms of a department do not overlap; a parent is another
 * department of the same institution, open on the term's first day, and parents form no circle. Each change is one version and one state
 * event {@code staff.department-changed.v1}.
 *
 * <p>Decisions: appointments and authorised posts name a department by text, as files do: its code or the name it bears on their first day.
 * Two texts, such as a
 * code and a name, name the same when they mean the same department, each on its own first day. An institution that keeps no departments here is not checked; at one that does, what names no open department is refused. A change
 * counts from a day, so that what was begun under an older name stays right. A department is not closed under people, posts or departments
 * that go on in it. A head need not be appointed there first: departments and people may be entered in either order.
 */
@ApplicationModule(allowedDependencies = {"entry", "listing", "bulk", "association", "institution", "member"})
@NullMarked
package org.yilianti.staff.department;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
