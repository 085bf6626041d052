package org.yilianti.platform.inbox;

import java.util.List;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.platform.problem.Refusal;

/** Applies parked events again, after their cause was mended. */
class ParkedEventReplay {

    private final ParkedEvents parked;
    private final EventDispatcher dispatcher;

    ParkedEventReplay(ParkedEvents parked, EventDispatcher dispatcher) {
        this.parked = parked;
        this.dispatcher = dispatcher;
    }

    /**
     * Applies the event and all parked events of its key in order, all or none, and removes them.
     *
     * @return how many were applied
     * @throws Refusal 404 when there is no such event; any other failure leaves all of them parked
     */
    @Transactional
    int replay(UUID association, UUID id) {
        List<ParkedEvents.Waiting> chain = parked.lockChain(association, id);
        if (chain.isEmpty()) {
            throw Refusal.notFound("parked.not-found", id);
        }
        for (ParkedEvents.Waiting waiting : chain) {
            dispatcher.apply(List.of(Incoming.read(waiting.origin())));
            parked.remove(waiting.id());
        }
        return chain.size();
    }
}
