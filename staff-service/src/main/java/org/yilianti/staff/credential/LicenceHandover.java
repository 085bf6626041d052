package org.yilianti.staff.credential;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yilianti.platform.outbox.Outbox;
import org.yilianti.staff.credential.Licence.Decision;
import org.yilianti.staff.entry.Editor;
import org.yilianti.staff.member.MemberId;
import org.yilianti.staff.member.MergedRecords;

/** Hands over the licences of a person who was registered twice. */
@Component
class LicenceHandover implements MergedRecords {

    private final LicenceRepository licences;
    private final Outbox outbox;
    private final Clock clock;

    LicenceHandover(LicenceRepository licences, Outbox outbox, Clock clock) {
        this.licences = licences;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void handOver(Editor editor, MemberId duplicate, MemberId survivor) {
        Decision decision = new Decision(clock.instant(), editor.name());
        List<Licence> moved = licences.lockOf(editor.association(), duplicate).stream()
                .map(licence -> licence.heldBy(survivor, decision))
                .toList();
        licences.write(moved);
        outbox.publish(moved.stream().map(Licence::announcement).toList());
    }
}
