/**
 * Finding people by whatever an office knows of them: name in Chinese, pinyin, initials or Latin script, staff or licence number,
 * institution, title, specialty, status, licences that end soon; in any combination (R3, R4).
 *
 * <p>Invariants: who is out of sight is not found by anything ({@link org.yilianti.staff.member.Sight} is part of the query); a page
 * continues after the last row shown, by the staff number, which never changes, or by the pinyin of the name: a row that does not
 * change its place is shown once, whatever is registered, changed or merged between two pages. Personal numbers are neither asked for
 * nor shown.
 *
 * <p>Decision: the database is not left to guess how to begin, since statistics do not know that few people have a rare name. Every
 * criterion that an index serves names its ways to the members; counting a bounded number of index entries tells the smallest. Keys of
 * the members themselves hold both orders, so that a search along them sorts entries first and reads rows in order only until the page
 * is full: a common surname costs its entries, not its rows. Where no key serves and all
 * ways are large, the order asked for is walked, where a page fills soon.
 */
@ApplicationModule(allowedDependencies = {"entry", "listing", "association", "institution", "member", "credential"})
@NullMarked
package org.yilianti.staff.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
