package org.yilianti.sample.association;

/** Categories of staff, by the codes of the import templates. */
enum Category {
    PHYSICIAN("physician", 1, true),
    ASSISTANT_PHYSICIAN("assistant-physician", 2, true),
    NURSE("nurse", 3, true),
    PHARMACIST("pharmacist", 4, true),
    TECHNICIAN("technician", 5, true),
    VILLAGE_DOCTOR("village-doctor", 6, true),
    OTHER_HEALTH_TECHNICIAN("other-health-technician", 0, true),
    MANAGEMENT("management", 0, false),
    LOGISTICS("logistics", 0, false);

    private final String code;
    private final int licenceDigit;
    private final boolean clinical;

    Category(String code, int licenceDigit, boolean clinical) {
        this.code = code;
        this.licenceDigit = licenceDigit;
        this.clinical = clinical;
    }

    String code() {
        return code;
    }

    /** Whether the work needs a licence; the kind of the licence has the code of the category. */
    boolean licensed() {
        return licenceDigit > 0;
    }

    /** The digit that stands for the category in licence numbers. */
    int licenceDigit() {
        return licenceDigit;
    }

    boolean clinical() {
        return clinical;
    }
}
