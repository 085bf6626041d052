package org.yilianti.staff.bulk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.yilianti.staff.entry.Coded;

/**
 * What the sheet of a list looks like.
 *
 * @param name in addresses and file names, such as {@code members}
 * @param version raised whenever the columns change
 * @param keys how many of the first columns make the key together by which rows are recognised
 */
public record Template(String name, int version, int keys, List<Column> columns) {

    /** The sheet of a workbook that says which template it was made from. */
    public static final String ABOUT = "about";

    /** The sheet of a workbook that explains every code. */
    public static final String CODES = "codes";

    /**
     * A column.
     *
     * @param codes that it takes, explained in the templates; empty when it takes any text
     */
    public record Column(String name, List<String> codes) {}

    public Template {
        columns = List.copyOf(columns);
    }

    /** The first version of a list, without columns; the first column is the key unless {@link #key} says otherwise. */
    public static Template of(String name) {
        return new Template(name, 1, 1, List.of());
    }

    /** The same list in a later version of its columns. */
    public Template version(int raised) {
        return new Template(name, raised, keys, columns);
    }

    /** With further columns that take any text. */
    public Template columns(String... names) {
        return with(Arrays.stream(names).map(column -> new Column(column, List.of())));
    }

    /** With a further column that takes the codes of an enumeration. */
    public <E extends Enum<E> & Coded> Template choice(String column, Class<E> type) {
        return with(Stream.of(new Column(column, Coded.codes(type))));
    }

    /** With a further column that says yes or no. */
    public Template yesOrNo(String column) {
        return with(Stream.of(new Column(column, Coded.yesOrNo())));
    }

    /** The columns so far are the key: a record has no number of its own. */
    public Template key() {
        return new Template(name, version, columns.size(), columns);
    }

    /** The names of all columns in their order. */
    public List<String> header() {
        return columns.stream().map(Column::name).toList();
    }

    /** Such as {@code members.v1}. */
    public String label() {
        return name + ".v" + version;
    }

    private Template with(Stream<Column> more) {
        List<Column> all = new ArrayList<>(columns);
        more.forEach(all::add);
        return new Template(name, version, keys, all);
    }
}
