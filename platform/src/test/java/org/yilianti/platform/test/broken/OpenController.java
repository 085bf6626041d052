package org.yilianti.platform.test.broken;

import java.util.Date;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

/** Public, outside web, injected into its fields, inexact, with a date of yesterday and transactions of its own. */
@RestController
@Transactional
public class OpenController {

    @Autowired
    Date injected;

    double amount;

    @Transactional
    public void change() {
        amount++;
    }
}
