package org.yilianti.broken;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.annotation.Transactional;

/** Opens transactions where nobody looks for them, and has its field injected. */
class LooseTransactions {

    @Autowired
    JdbcTemplate jdbc;

    @Transactional
    void forget() {
        jdbc.update("delete from member");
    }
}
