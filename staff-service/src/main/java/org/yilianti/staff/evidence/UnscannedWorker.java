package org.yilianti.staff.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.yilianti.staff.evidence.Verdict.Outcome;

/**
 * Scans what was kept while the scanner was away, a few files at a time and one after the other, outside any transaction. Any number of
 * replicas may run it: a file that two scan is settled once.
 */
@Component
class UnscannedWorker {

    private static final Logger log = LoggerFactory.getLogger(UnscannedWorker.class);
    private static final int BATCH = 20;

    private final EvidenceRepository files;
    private final ContentStore contents;
    private final InfectionManagement management;
    private final VirusScan scanner;

    UnscannedWorker(
            EvidenceRepository files, ContentStore contents, InfectionManagement management, VirusScan scanner) {
        this.files = files;
        this.contents = contents;
        this.management = management;
        this.scanner = scanner;
    }

    /** A batch, those first whose turn was longest ago; stops as soon as the scanner does not answer. */
    @Scheduled(fixedDelayString = "${staff.evidence.rescan:5m}")
    void scanNext() {
        if (scanner == VirusScan.NONE) {
            return;
        }
        List<EvidenceFile> unscanned = files.unscanned(BATCH);
        for (EvidenceFile file : unscanned) {
            if (scan(file) == Outcome.UNAVAILABLE) {
                return;
            }
        }
    }

    private Outcome scan(EvidenceFile file) {
        Verdict verdict = Verdict.NOT_SCANNED;
        try {
            ByteArrayOutputStream content = new ByteArrayOutputStream(file.size());
            contents.copy(file, content);
            verdict = scanner.scan(content.toByteArray());
        } catch (IOException unreadable) {
            log.error("file {} cannot be read to be scanned", file.id(), unreadable);
        }
        management.settle(file.association(), file.id(), verdict);
        return verdict.outcome();
    }
}
