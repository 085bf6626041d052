package org.yilianti.staff.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.yilianti.platform.policy.Policies;
import org.yilianti.platform.problem.Refusal;
import org.yilianti.staff.association.AssociationCalendar;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.entry.Entry;
import org.yilianti.staff.evidence.Verdict.Outcome;

/** Looks at what is uploaded before anything of it is stored: size, structure, viruses. */
@Component
public class Examination {

    private static final Logger log = LoggerFactory.getLogger(Examination.class);
    private static final int LONGEST_NAME = 200;
    private static final long PATIENCE_SECONDS = 2;

    private final EvidenceSettings settings;
    private final VirusScan scanner;
    private final InfectionManagement infections;
    private final Policies policies;
    private final AssociationCalendar calendar;
    private final Semaphore places;

    Examination(
            EvidenceSettings settings,
            VirusScan scanner,
            InfectionManagement infections,
            Policies policies,
            AssociationCalendar calendar) {
        this.settings = settings;
        this.scanner = scanner;
        this.infections = infections;
        this.policies = policies;
        this.calendar = calendar;
        this.places = new Semaphore(settings.atOnce());
    }

    /**
     * The file, if it may be kept.
     *
     * <p>Refuses 413 one above the limit, 422 an empty one, one that is not what it says, one with another name than its type or infected,
     * 400 one that breaks off, 503 when too many are examined just now or the scanner does not answer.
     *
     * <p>Must not be called within a transaction: the scan may take its time, and what it finds is noted though the file is refused.
     *
     * @param name null when none was sent
     * @param length in bytes as it was announced; -1 when it was not
     */
    public ExaminedFile examine(
            Editor editor, EvidenceOwner owner, FileType type, @Nullable String name, long length, InputStream body) {
        String fitting = name(type, name);
        if (length > settings.maxSize().toBytes()) {
            throw tooLarge();
        }
        if (!inTurn()) {
            throw Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "evidence.busy");
        }
        try {
            byte[] content = read(body);
            if (!type.holds(content)) {
                throw Refusal.invalid("evidence.content-unfit", type.name(), FileStructure.MOST_PIXELS / 1_000_000);
            }
            Verdict verdict = scanner.scan(content);
            if (verdict.outcome() == Outcome.INFECTED) {
                String finding = String.valueOf(verdict.finding());
                log.warn("an infected file was refused: {}", finding);
                infections.refused(editor, owner, type, content, finding);
                throw Refusal.invalid("evidence.infected", finding);
            }
            return new ExaminedFile(fitting, type, content, kept(editor.association(), verdict.outcome()));
        } finally {
            places.release();
        }
    }

    private static String name(FileType type, @Nullable String sent) {
        if (sent == null) {
            return type.defaultName();
        }
        Entry entry = Entry.form("fileName", sent);
        String name = entry.text("fileName", LONGEST_NAME);
        if (name.matches(".*[/\\\\:*?\"<>|].*") || !type.fits(name)) {
            entry.fault("fileName", "evidence.name-unfit", type.name());
        }
        entry.refuseIfFaulty();
        return name;
    }

    private byte[] read(InputStream body) {
        int limit = (int) settings.maxSize().toBytes();
        byte[] content;
        try {
            content = body.readNBytes(limit + 1);
        } catch (IOException brokenOff) {
            throw Refusal.malformed("evidence.cut-short");
        }
        if (content.length > limit) {
            throw tooLarge();
        }
        if (content.length == 0) {
            throw Refusal.invalid("evidence.empty");
        }
        return content;
    }

    /** What is kept of a scan; refuses (503) when there was to be one and the association keeps nothing without. */
    private Outcome kept(UUID association, Outcome outcome) {
        boolean silent = outcome == Outcome.UNAVAILABLE;
        if (silent
                && !policies.inForce(association, EvidenceRules.class, calendar.today())
                        .keepUnscanned()) {
            throw Refusal.of(HttpStatus.SERVICE_UNAVAILABLE, "evidence.scanner-silent");
        }
        return silent ? Outcome.NOT_SCANNED : outcome;
    }

    private Refusal tooLarge() {
        return Refusal.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "evidence.too-large",
                settings.maxSize().toMegabytes());
    }

    private boolean inTurn() {
        try {
            return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
