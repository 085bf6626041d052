package org.yilianti.rotation.application;

import java.util.List;
import java.util.Set;
import org.yilianti.platform.access.Role;

/**
 * The power to decide in somebody's place.
 *
 * @param institutionCode for which institution; {@code *} for the whole association
 * @param chain everybody through whose hands the power came, nearest first
 * @param staffNos the staff numbers of those among them who have one
 */
record Mandate(Role role, String institutionCode, List<String> chain, Set<String> staffNos) {

    boolean covers(Role needed, String code) {
        return role == needed && (institutionCode.equals(code) || institutionCode.equals("*"));
    }
}
