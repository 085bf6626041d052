package org.yilianti.rotation.plan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.yilianti.rotation.solver.Assignment;

/**
 * Assignments as few bytes: names of the shift types once, then person by person the days with the number of their type, all deflated.
 *
 * <p>Layout before deflation, as {@link DataOutputStream} writes it: version (byte), number of types (short), their names; number of people
 * (int), of each the id (two longs), the number of days (byte), of each the day (byte) and the type (short). A person has a day once.
 */
final class PackedAssignments {

    private static final int VERSION = 1;

    private PackedAssignments() {}

    static byte[] pack(List<Assignment> assignments) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeByte(VERSION);
            List<String> types = List.copyOf(
                    assignments.stream().map(Assignment::shiftType).collect(Collectors.toCollection(TreeSet::new)));
            Map<String, Integer> numbers = new TreeMap<>();
            out.writeShort(types.size());
            for (String type : types) {
                numbers.put(type, numbers.size());
                out.writeUTF(type);
            }
            Map<String, List<Assignment>> byPerson = assignments.stream()
                    .collect(Collectors.groupingBy(Assignment::person, TreeMap::new, Collectors.toList()));
            out.writeInt(byPerson.size());
            for (List<Assignment> line : byPerson.values()) {
                write(line, numbers, out);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(List<Assignment> line, Map<String, Integer> numbers, DataOutputStream out)
            throws IOException {
        UUID person = UUID.fromString(line.getFirst().person());
        out.writeLong(person.getMostSignificantBits());
        out.writeLong(person.getLeastSignificantBits());
        out.writeByte(line.size());
        for (Assignment one : line) {
            out.writeByte(one.day());
            out.writeShort(numbers.getOrDefault(one.shiftType(), 0));
        }
    }

    /** What was packed, in the order of assignments. */
    static List<Assignment> unpack(byte[] packed) {
        List<Assignment> assignments = new ArrayList<>();
        try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
            int version = in.readUnsignedByte();
            if (version != VERSION) {
                throw new IllegalStateException("packed assignments of version " + version + " are not known here");
            }
            List<String> types = new ArrayList<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                types.add(in.readUTF());
            }
            for (int left = in.readInt(); left > 0; left--) {
                read(in, types, assignments);
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
        assignments.sort(null);
        return assignments;
    }

    private static void read(DataInputStream in, List<String> types, List<Assignment> assignments) throws IOException {
        String person = new UUID(in.readLong(), in.readLong()).toString();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            assignments.add(new Assignment(person, in.readUnsignedByte(), types.get(in.readUnsignedShort())));
        }
    }
}
