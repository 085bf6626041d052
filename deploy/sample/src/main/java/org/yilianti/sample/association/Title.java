package org.yilianti.sample.association;

/** The title ladder, by the codes of the import templates, with the ages at which people usually hold each. */
enum Title {
    SENIOR("senior", 0, 46, 59, 18),
    ASSOCIATE_SENIOR("associate-senior", 1, 40, 57, 12),
    INTERMEDIATE("intermediate", 2, 32, 52, 6),
    JUNIOR("junior", 3, 25, 38, 1),
    NONE("none", 4, 23, 58, 0);

    private final String code;
    private final int rank;
    private final int youngest;
    private final int oldest;
    private final int yearsOfWork;

    Title(String code, int rank, int youngest, int oldest, int yearsOfWork) {
        this.code = code;
        this.rank = rank;
        this.youngest = youngest;
        this.oldest = oldest;
        this.yearsOfWork = yearsOfWork;
    }

    String code() {
        return code;
    }

    /** 0 for the highest title. */
    int rank() {
        return rank;
    }

    int youngest() {
        return youngest;
    }

    int oldest() {
        return oldest;
    }

    /** Years of work before the title can be held. */
    int yearsOfWork() {
        return yearsOfWork;
    }
}
