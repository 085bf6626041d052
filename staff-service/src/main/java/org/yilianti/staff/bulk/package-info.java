/**
 * Lists in and out as CSV and XLSX (R13): templates, exports, and imports that survive a kill.
 *
 * <p>An upload is stored whole before anything else happens. A worker then takes it batch by batch; what a batch changed, its rejected
 * rows and the job's position are one transaction, so a job that is killed goes on where it stood and no row counts twice. The
 * job's row lock and position are the fence: a worker that was thought dead and comes back finds the position moved and
 * gives up. An association's jobs run one after the other, in the order of their requests, over any number of replicas.
 *
 * <p>A workbook becomes CSV at the door, and text stays in the charset it came in (UTF-8 or GB 18030, told by its bytes), so that only
 * one format is resumed. {@link org.yilianti.platform.table} reads it within limits; it is held in memory, never in a file, because it is full
 * of personal values; longer lists come as CSV.
 *
 * <p>While a batch is written the next one is read and, by a list that allows it ({@link org.yilianti.staff.bulk.PipelinedList}), judged in a
 * transaction of its own, unless they name the same person, number or the like: then it waits. Batches are committed in the order of the
 * file. A batch that waits for its turn holds nothing that the one before may need; should it by mischance, it gives up in half a minute.
 *
 * <p>Features bring their lists as {@link org.yilianti.staff.bulk.RegistryList}; this module knows none of them.
 *
 * <p>A cancelled job keeps what its batches committed. Every row's fate stays with the job: rejected rows with all faults, taken ones as
 * line and key, packed by batch.
 *
 * <p>Decision: a dry run takes each batch and rolls it back, so it is judged by exactly the same code. Rows that concern each other are
 * judged together within one batch of a dry run, which is therefore large ({@code staff.imports.dry-run-batch}).
 *
 * <p>Decision: what a file changes of a known record leaves an audit row of its own, in the transaction of the batch. New members,
 * appointments and licences in good standing are traced by the row of their job alone: who brought which list when, and how many.
 */
@ApplicationModule(allowedDependencies = "entry")
@NullMarked
package org.yilianti.staff.bulk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
