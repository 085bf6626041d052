package org.yilianti.sample.association;

/** Specialties with the department that practises each and the licence category that covers it. */
enum Specialty {
    GENERAL_PRACTICE("general-practice", "全科", "clinical"),
    INTERNAL_MEDICINE("internal-medicine", "内科", "clinical"),
    SURGERY("surgery", "外科", "clinical"),
    CARDIOLOGY("cardiology", "心内科", "clinical"),
    NEUROLOGY("neurology", "神经内科", "clinical"),
    ORTHOPAEDICS("orthopaedics", "骨科", "clinical"),
    OBSTETRICS("obstetrics", "妇产科", "clinical"),
    PAEDIATRICS("paediatrics", "儿科", "clinical"),
    EMERGENCY("emergency", "急诊科", "clinical"),
    DERMATOLOGY("dermatology", "皮肤科", "clinical"),
    OPHTHALMOLOGY("ophthalmology", "眼科", "clinical"),
    ANAESTHESIA("anaesthesia", "麻醉科", "clinical"),
    TCM("tcm", "中医科", "tcm"),
    DENTISTRY("dentistry", "口腔科", "dental"),
    PUBLIC_HEALTH("public-health", "公共卫生科", "public-health"),
    NURSING("nursing", "护理部", "nursing"),
    PHARMACY("pharmacy", "药剂科", "pharmacy"),
    LABORATORY("laboratory", "检验科", "technology"),
    IMAGING("imaging", "影像科", "technology"),
    VILLAGE("general-practice", "村卫生室", "village");

    private final String code;
    private final String department;
    private final String licenceCategory;

    Specialty(String code, String department, String licenceCategory) {
        this.code = code;
        this.department = department;
        this.licenceCategory = licenceCategory;
    }

    String code() {
        return code;
    }

    String department() {
        return department;
    }

    String licenceCategory() {
        return licenceCategory;
    }
}
