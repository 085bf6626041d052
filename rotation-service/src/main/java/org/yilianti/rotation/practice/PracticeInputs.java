package org.yilianti.rotation.practice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yilianti.platform.time.DatePeriod;
import org.yilianti.rotation.agreement.PracticeAgreement;
import org.yilianti.rotation.directory.Licence;
import org.yilianti.rotation.directory.Member;

/** Which facts a group of rules looks at, told without names and numbers of people. */
enum PracticeInputs {
    PERSON {
        @Override
        Map<String, Object> of(PracticeQuestion question, PracticeFacts facts) {
            Member member = facts.member();
            return member == null
                    ? Map.of("known", false)
                    : Map.of(
                            "known", true,
                            "category", member.category().code(),
                            "title", member.title().code(),
                            "appointments", periods(facts.employed()));
        }
    },
    LICENCES {
        @Override
        Map<String, Object> of(PracticeQuestion question, PracticeFacts facts) {
            return Map.of(
                    "licences",
                    facts.licences().stream().map(PracticeInputs::licence).toList());
        }
    },
    PLACE {
        @Override
        Map<String, Object> of(PracticeQuestion question, PracticeFacts facts) {
            UUID site = question.institutionId();
            return Map.of(
                    "appointments", periods(facts.appointedAt(site)),
                    "postings",
                            facts.postings().stream()
                                    .map(PracticeInputs::posting)
                                    .toList(),
                    "agreements",
                            facts.agreementsAt(site).stream()
                                    .map(PracticeInputs::agreement)
                                    .toList());
        }
    };

    abstract Map<String, Object> of(PracticeQuestion question, PracticeFacts facts);

    private static Map<String, Object> licence(Licence licence) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("id", licence.id());
        told.put("kind", licence.kind());
        told.put("category", licence.category());
        put(told, "scope", licence.scope());
        told.put("validity", period(licence.validity()));
        put(told, "suspension", licence.suspension() == null ? null : period(licence.suspension()));
        put(told, "revokedFrom", licence.revokedFrom());
        return told;
    }

    private static Map<String, Object> agreement(PracticeAgreement agreement) {
        return Map.of(
                "id", agreement.id(),
                "version", agreement.version(),
                "status", agreement.standing().status().code(),
                "weeklyHours", agreement.terms().weeklyHours(),
                "practisable", periods(agreement.practisable()));
    }

    private static Map<String, Object> posting(PostedDays posted) {
        return Map.of("hostInstitutionId", posted.hostInstitutionId(), "period", period(posted.days()));
    }

    private static List<Map<String, Object>> periods(List<DatePeriod> periods) {
        return periods.stream().map(PracticeInputs::period).toList();
    }

    private static Map<String, Object> period(DatePeriod period) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("from", period.from());
        put(told, "to", period.to());
        return told;
    }

    private static void put(Map<String, Object> told, String key, @Nullable Object value) {
        if (value != null) {
            told.put(key, value);
        }
    }
}
