/**
 * Files that prove a licence, a sanction on one or an assessment (R4, R5): scans of certificates, decisions, result sheets.
 *
 * <p>Invariants: a file belongs to one record and is seen by whoever holds a reading role and sees that record; only the office that
 * decides on the licence adds and withdraws. A file is what it says it is: PDF, JPEG or PNG by its own structure, whatever its name and
 * header claim. The same content stands once under one record; sending it again gives the same answer. A file is never changed. A
 * withdrawn one is kept for as long as the policy {@code evidence-files} says, for auditors only, and then its content and
 * name are destroyed by the calendar; that it existed, its hash and who did what stays. Each upload, download,
 * withdrawal and destruction leaves an audit row. That there is a file, that it was withdrawn or destroyed is a state event,
 * {@code staff.evidence-file-changed.v1}, without content, hash or name.
 *
 * <p>Erasure of a person withdraws their files and destroys them with the sealed identity, at once when nothing is to be kept; the copy of
 * one's own data lists them, because the table says whose they are.
 *
 * <p>Decisions: contents lie in the database, in sealed pieces, so that one backup and every replica has them and a file and its row commit
 * together; files are few and small (at most 10 MB), and a store of objects would be one more thing to keep, secure and restore. The cipher
 * takes text, so pieces are Base64. A download holds its last piece back until the hash of the whole is right. The body of an upload
 * is the file itself, as with imports: a multipart body has a new boundary each time, so a repeated request would
 * not be recognised by its Idempotency-Key. Its name comes in the header {@code Content-Disposition}, because an address is traced and
 * logged and names of files name people. Structures are walked in plain Java, with checksums where the format has
 * them: no native decoder sees what a stranger sent, and no picture is unpacked.
 *
 * <p>Viruses: with {@code staff.evidence.clamd} (host:port) every file is scanned before it is stored, and an infected one refused. When the
 * scanner does not answer, files are refused (503) unless the policy permits to keep them unscanned. Without a scanner they are kept and
 * shown as {@code not-scanned}. An infected upload leaves an audit row of its own. What was kept unscanned is scanned later in the
 * background, and withdrawn with an alert to the office when it is infected: nobody is given its content any more. An upload is read and
 * scanned before the transaction of its request begins: a scanner takes seconds, and connections are few.
 */
@ApplicationModule(
        allowedDependencies = {"entry", "agenda", "alert", "association", "member", "credential", "assessment"})
@NullMarked
package org.yilianti.staff.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
