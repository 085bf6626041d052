package org.yilianti.staff.agenda;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Does what has fallen due, one item in one transaction. */
@Service
class AgendaManagement {

    private final Agenda agenda;
    private final Map<String, AgendaWork> works;

    AgendaManagement(Agenda agenda, List<AgendaWork> works) {
        this.agenda = agenda;
        this.works = works.stream().collect(Collectors.toMap(AgendaWork::name, Function.identity()));
    }

    /** Does an item and strikes it off; false when it is done already or another replica has it. */
    @Transactional
    public boolean settle(UUID id) {
        Optional<AgendaItem> due = agenda.lock(id);
        due.ifPresent(item -> {
            AgendaWork work = works.get(item.work());
            if (work == null) {
                throw new IllegalStateException("nobody does " + item.work());
            }
            work.fallsDue(item);
            agenda.strike(id);
        });
        return due.isPresent();
    }

    @Transactional
    public void postpone(UUID id) {
        agenda.postpone(id);
    }
}
