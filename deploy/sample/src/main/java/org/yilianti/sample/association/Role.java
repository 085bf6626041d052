package org.yilianti.sample.association;

import java.util.Arrays;
import java.util.List;

/**
 * The twelve doctors of the sample month, placed first among the physicians of their hospital so that their staff numbers
 * are known: {@code CARDIOLOGIST} is always S00001.
 */
enum Role {
    CARDIOLOGIST("H02", "T01", Specialty.CARDIOLOGY, Title.ASSOCIATE_SENIOR),
    ORTHOPAEDIST("H02", "T02", Specialty.ORTHOPAEDICS, Title.ASSOCIATE_SENIOR),
    PAEDIATRICIAN("H02", "T01", Specialty.PAEDIATRICS, Title.INTERMEDIATE),
    OBSTETRICIAN("H02", "T02", Specialty.OBSTETRICS, Title.INTERMEDIATE),
    EXPIRED("H02", "T02", Specialty.INTERNAL_MEDICINE, Title.INTERMEDIATE),
    NEUROLOGIST("H01", "H02", Specialty.NEUROLOGY, Title.SENIOR),
    EMERGENCY_PHYSICIAN("H01", "H02", Specialty.EMERGENCY, Title.ASSOCIATE_SENIOR),
    DERMATOLOGIST("H01", "T01", Specialty.DERMATOLOGY, Title.ASSOCIATE_SENIOR),
    OPHTHALMOLOGIST("H01", "T02", Specialty.OPHTHALMOLOGY, Title.INTERMEDIATE),
    UNWANTED("H01", "T03", Specialty.SURGERY, Title.ASSOCIATE_SENIOR),
    TCM_PHYSICIAN("H03", "T04", Specialty.TCM, Title.SENIOR),
    INTERNIST("H03", "T05", Specialty.INTERNAL_MEDICINE, Title.INTERMEDIATE);

    private final String home;
    private final String host;
    private final Specialty specialty;
    private final Title title;

    Role(String home, String host, Specialty specialty, Title title) {
        this.home = home;
        this.host = host;
        this.specialty = specialty;
        this.title = title;
    }

    String home() {
        return home;
    }

    String host() {
        return host;
    }

    Specialty specialty() {
        return specialty;
    }

    Title title() {
        return title;
    }

    /** The doctors of one hospital, in the order of their staff numbers. */
    static List<Role> of(String home) {
        return Arrays.stream(values()).filter(role -> role.home.equals(home)).toList();
    }
}
