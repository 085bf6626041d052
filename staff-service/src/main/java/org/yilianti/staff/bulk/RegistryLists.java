package org.yilianti.staff.bulk;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.yilianti.platform.problem.Refusal;

/** Every list there is, by name. */
@Component
public class RegistryLists {

    private final Map<String, RegistryList> lists = new TreeMap<>();

    RegistryLists(List<RegistryList> beans) {
        beans.forEach(list -> lists.put(list.template().name(), list));
    }

    /** The list with this name; refuses (404) an unknown one, naming the known. */
    public RegistryList named(String name) {
        RegistryList list = lists.get(name);
        if (list == null) {
            throw Refusal.notFound("list.unknown", name, String.join(", ", lists.keySet()));
        }
        return list;
    }
}
