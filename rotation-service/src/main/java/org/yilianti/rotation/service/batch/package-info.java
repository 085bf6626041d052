/**
 * Files of service from hospital systems (M10).
 *
 * <p>Invariants. A file is stored whole before anything of it is taken. What a batch of rows changed, its results and the import's position
 * are one transaction: an import that is killed goes on where it stood, on any replica, and no row counts twice. Only rows that were
 * rejected or flagged are kept with the import; the others are found among the records.
 *
 * <p>Decisions. The first row is read when the file is sent, so that what is no file of service is refused at once; what is found later
 * fails the import with the reason, and the rows before it stay taken: the same file again, mended, changes only what is new, since a
 * source id is one record for ever. The importer's rights are those at the time of sending. Neither a file nor its results are ever held
 * in memory, only the source ids, by which a second row with the same id is told; a file holds at most a hundred thousand rows.
 */
@NullMarked
package org.yilianti.rotation.service.batch;

import org.jspecify.annotations.NullMarked;
