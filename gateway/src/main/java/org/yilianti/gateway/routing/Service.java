package org.yilianti.gateway.routing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The services behind the gateway and the resources each of them owns: the table of routes. */
enum Service {
    STAFF(
            "association",
            "institutions",
            "institution-memberships",
            "departments",
            "responsibility-units",
            "members",
            "appointments",
            "licences",
            "evidence-files",
            "assessments",
            "alerts",
            "authorised-posts",
            "staffing-reports",
            "promotion-cases",
            "echelons",
            "training-programmes",
            "training-sessions",
            "training-enrolments",
            "training-credits",
            "training-accounts",
            "training-reports",
            "training-budgets",
            "remediation-cases",
            "emergency-teams",
            "emergency-team-members",
            "emergency-drills",
            "director-tenures",
            "recruitment-campaigns",
            "recruitment-applications",
            "recruitment-objections",
            "import-templates",
            "imports",
            "exports",
            "erasures",
            "disclosures",
            "leaves",
            "contracts",
            "my/registry-records"),
    ROTATION(
            "notifications",
            "practice-decisions",
            "practice-applications",
            "practice-agreements",
            "practice-delegations",
            "duty-demands",
            "roster-plans",
            "duties",
            "leave-requests",
            "duty-swaps",
            "open-duties",
            "roster-wishes",
            "fairness-ledger",
            "roster-views",
            "roster-feeds",
            "personal-limits",
            "rotation-programmes",
            "rotation-postings",
            "duty-claims",
            "service-records",
            "service-record-imports",
            "check-ins",
            "grassroots-credits",
            "incidents",
            "shared-sessions"),
    INCENTIVE(
            "indicator-schemes",
            "indicator-scheme-templates",
            "evaluations",
            "evaluation-campaigns",
            "campaign-objections",
            "my/campaign-ratings",
            "my/campaign-results",
            "question-sets",
            "surveys",
            "survey-links",
            "verification-samples",
            "appropriations",
            "allotments",
            "fund-uses",
            "pay-pools",
            "pool-fundings",
            "pay-schemes",
            "pay-runs",
            "pay-statements",
            "pay-simulations",
            "pay-fairness",
            "payee-accounts",
            "pay-files",
            "pay-appeals",
            "my/pay-appeals",
            "my/pay-statements",
            "rewards",
            "my/rewards",
            "ledger");

    /** Kept by every service for itself; the service's name follows in the path. */
    private static final List<String> EVERYWHERE = List.of("audit-entries", "parked-events", "directories", "policies");

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable; the checker knows only its interface
    private final List<String> resources;

    Service(String... resources) {
        this.resources = List.of(resources);
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The path patterns that lead to this service. */
    List<String> patterns() {
        Stream<String> owned = resources.stream().map(resource -> "/v1/" + resource + "/**");
        Stream<String> shared = EVERYWHERE.stream().map(resource -> "/v1/" + resource + "/" + wireName() + "/**");
        return Stream.concat(owned, shared).toList();
    }
}
