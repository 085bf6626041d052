package org.yilianti.staff.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.platform.table.UnreadableTableException;
import org.yilianti.platform.table.WorkbookFile;

/** Stores what is uploaded as text, whatever it comes as. */
@Component
class UploadReading {

    /** Workbooks that are unpacked at a time in this process: each takes memory. */
    private static final int WORKBOOKS = 2;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ImportRepository jobs;
    private final ImportSettings settings;
    private final Semaphore workbooks = new Semaphore(WORKBOOKS);

    UploadReading(ImportRepository jobs, ImportSettings settings) {
        this.jobs = jobs;
        this.settings = settings;
    }

    /** Refuses (413, 422) a file that cannot be read; the caller's transaction takes back what was stored of it. */
    void store(ImportJob job, Template list, FileFormat format, InputStream content) throws IOException {
        Upload upload = new Upload(jobs, job, settings.maxSize());
        try {
            switch (format) {
                case CSV -> content.transferTo(upload);
                case XLSX -> unpack(list, content, upload);
            }
            Charset charset = upload.end();
            jobs.stored(job.id(), upload.size(), charset);
        } catch (UnreadableTableException unreadable) {
            throw refusal(unreadable.reason());
        }
    }

    private Refusal refusal(UnreadableTableException.Reason reason) {
        return switch (reason) {
            case CHARSET -> Refusal.invalid("import.charset");
            case TOO_LARGE ->
                Refusal.invalid(
                        "import.workbook-too-large", settings.maxUnpacked().toMegabytes());
            case CSV, WORKBOOK, TOO_WIDE -> Refusal.invalid("import.not-xlsx");
        };
    }

    private void unpack(Template list, InputStream content, Upload upload) throws IOException {
        int limit = (int) settings.maxWorkbook().toBytes();
        byte[] workbook = content.readNBytes(limit + 1);
        if (workbook.length > limit) {
            throw Upload.tooLarge(settings.maxWorkbook());
        }
        if (workbook.length == 0) {
            return;
        }
        if (!inTurn()) {
            throw Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "import.busy");
        }
        try (WorkbookFile book =
                WorkbookFile.open(workbook, settings.maxUnpacked().toBytes())) {
            new WorkbookReading(list, upload).read(book);
        } finally {
            workbooks.release();
        }
    }

    private boolean inTurn() {
        try {
            return workbooks.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
