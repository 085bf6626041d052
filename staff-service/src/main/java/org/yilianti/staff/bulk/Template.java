package org.yilianti.staff.bulk;

/** What a template is called: a list in a version, raised whenever its columns change. */
public final class Template {

    /** The sheet of a workbook that says which template it was made from. */
    public static final String ABOUT = "about";

    /** The sheet of a workbook that explains every code. */
    public static final String CODES = "codes";

    private Template() {}

    /** Such as {@code members.v1}. */
    public static String of(RegistryList list) {
        return list.name() + ".v" + list.version();
    }
}
