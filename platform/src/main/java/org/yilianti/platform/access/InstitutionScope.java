package org.yilianti.platform.access;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * The institutions a caller may see or act for.
 *
 * @param all every institution of the association
 * @param codes the institutions by code, when not all
 */
public record InstitutionScope(boolean all, Set<String> codes) {

    public static final InstitutionScope NONE = new InstitutionScope(false, Set.of());
    public static final InstitutionScope ALL = new InstitutionScope(true, Set.of());

    /** The codes of a grant, where {@code *} stands for all. */
    public static InstitutionScope of(Collection<String> codes) {
        return codes.contains("*") ? ALL : new InstitutionScope(false, Set.copyOf(codes));
    }

    public boolean permits(String code) {
        return all || codes.contains(code);
    }

    public InstitutionScope union(InstitutionScope other) {
        if (all || other.all) {
            return ALL;
        }
        Set<String> union = new HashSet<>(codes);
        union.addAll(other.codes);
        return new InstitutionScope(false, Set.copyOf(union));
    }

    /**
     * SQL condition that keeps the rows whose institution code column is in scope; bind {@link #sqlCodes()} to
     * {@code :scopeCodes}.
     *
     * @param codeColumn such as {@code i.code}; never caller input
     */
    public String sql(String codeColumn) {
        return all ? "(1 = 1 or " + codeColumn + " in (:scopeCodes))" : codeColumn + " in (:scopeCodes)";
    }

    /** Parameter {@code :scopeCodes}; never empty, since {@code in ()} is no SQL. */
    public Set<String> sqlCodes() {
        return codes.isEmpty() ? Set.of("") : codes;
    }
}
