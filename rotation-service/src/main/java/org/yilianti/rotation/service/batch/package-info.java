/**
 * Files of service from hospital systems, read row by row (M10).
 *
 * <p>Decisions. A file is one call and one transaction: all of its rows are judged, or none was taken. Rows go on in batches of five
 * hundred, so memory does not grow with the file. Only rows that were rejected or flagged are kept with the import; the others are found
 * among the records. The same file again changes nothing, since a source id is one record for ever.
 */
@NullMarked
package org.yilianti.rotation.service.batch;

import org.jspecify.annotations.NullMarked;
