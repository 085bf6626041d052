package org.yilianti.staff.evidence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.member.ErasedRecords;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MergedRecords;

/** Follows what becomes of a person's record: files go over to the one that survives a merger, and go with one that is erased. */
@Component
class EvidenceHandover implements MergedRecords, ErasedRecords {

    private final EvidenceRepository files;
    private final EvidenceManagement management;
    private final Outbox outbox;

    EvidenceHandover(EvidenceRepository files, EvidenceManagement management, Outbox outbox) {
        this.files = files;
        this.management = management;
        this.outbox = outbox;
    }

    @Override
    public void handOver(Editor editor, MemberId duplicate, MemberId survivor) {
        var moved = files.ofMember(editor.association(), duplicate).stream()
                .map(EvidenceFile::id)
                .toList();
        files.moveAll(editor.association(), duplicate, survivor);
        outbox.publish(files.ofMember(editor.association(), survivor).stream()
                .filter(file -> moved.contains(file.id()))
                .map(EvidenceChanged::of)
                .toList());
    }

    @Override
    public void erase(Editor editor, MemberId member, @Nullable LocalDate keptUntil) {
        management.erase(editor, member, keptUntil);
    }
}
