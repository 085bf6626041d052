package org.yilianti.staff.bulk;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files are taken.
 *
 * @param maxSize largest file, as text
 * @param maxWorkbook largest workbook: it is held in memory while it is read
 * @param maxUnpacked bytes of all parts of a workbook together
 * @param batch rows of one transaction
 * @param dryRunBatch rows that a dry run judges together
 * @param poll how often jobs are looked for without a signal
 * @param abandonedAfter a running job untouched for so long is taken up by another worker
 * @param worker whether this process works on jobs
 */
@ConfigurationProperties("staff.imports")
record ImportSettings(
        @DefaultValue("512MB") DataSize maxSize,
        @DefaultValue("16MB") DataSize maxWorkbook,
        @DefaultValue("128MB") DataSize maxUnpacked,
        @DefaultValue("5000") int batch,
        @DefaultValue("20000") int dryRunBatch,
        @DefaultValue("500ms") Duration poll,
        @DefaultValue("3s") Duration abandonedAfter,
        @DefaultValue("true") boolean worker) {}
