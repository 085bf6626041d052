package org.yilianti.sample;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class StatementTests {

    @Test
    void aStatementIsExplainedDownToItsRecords() {
        var statement = JsonMapper.shared().readTree("""
                {"staffNo":"S00001","name":"唐琳","month":"2026-10","amountFen":123456,"lines":[
                 {"institutionCode":"T01","institutionName":"卫生院","institutionAmountFen":6034567,"institutionPoints":"3210.55",
                  "workload":"33.10","quality":"1.05","coefficient":"1.50","points":52.13,"amountFen":123456,
                  "records":[{"kind":"outreach","startedAt":"2026-10-03T01:00:00Z","minutes":180,"weight":"1.30","points":"3.90"}]}]}
                """);

        assertThat(Statement.explain(statement)).isEqualTo("""
                S00001 唐琳, 2026-10: ¥1,234.56
                  T01 卫生院: workload 33.10 × quality 1.05 × post 1.50 = 52.13 points of 3210.55; share of ¥60,345.67 is ¥1,234.56
                    10-03 09:00 outreach 180 min × weight 1.30 = 3.90 points""");
    }
}
