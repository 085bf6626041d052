package org.yilianti.incentive.architecture.violating;

import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** Breaks every rule of construction at once. */
@RestController
public class PublicController {

    @Autowired
    @Nullable StringBuilder injected;

    @SuppressWarnings("JavaUtilDate") // the point of this fixture
    @Nullable Date created;

    double amount;

    @Transactional
    public double half() {
        return amount / 2;
    }
}
