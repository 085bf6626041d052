package org.yilianti.broken;

import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import org.yilianti.broken.web.EdgeRequest;

/** Injects a field, opens transactions where nobody looks for them, computes with fractions and an old clock, knows an edge. */
@Transactional
public class LooseService {

    @Autowired
    private @Nullable PublicController injected;

    private double share;

    @Transactional
    public Date now(EdgeRequest request) {
        share += request.amount();
        return new Date((long) share + (injected == null ? 0 : 1));
    }
}
