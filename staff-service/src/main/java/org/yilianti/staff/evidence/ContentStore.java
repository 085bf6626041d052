package org.yilianti.staff.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.yilianti.platform.ids.Ids;
import org.yilianti.platform.personal.PersonalDataCipher;

/** The contents of files, in sealed pieces. */
@Repository
public class ContentStore {

    private static final int PIECE = 1 << 18;

    private final JdbcClient jdbc;
    private final PersonalDataCipher cipher;

    ContentStore(JdbcClient jdbc, PersonalDataCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    void insert(EvidenceFile file, byte[] content) {
        for (int at = 0, number = 0; at < content.length; at += PIECE, number++) {
            byte[] piece = Arrays.copyOfRange(content, at, Math.min(at + PIECE, content.length));
            jdbc.sql("insert into evidence_chunk (file_id, number, association_id, content) values (?, ?, ?, ?)")
                    .params(
                            Ids.bytes(file.id()),
                            number,
                            Ids.bytes(file.association()),
                            cipher.encrypt(Base64.getEncoder().encodeToString(piece)))
                    .update();
        }
    }

    /**
     * Writes the whole content piece by piece, the last only when the hash of all is right.
     *
     * @throws IOException when it is not, pieces are missing or the reader is gone
     */
    public void copy(EvidenceFile file, OutputStream out) throws IOException {
        MessageDigest digest = ExaminedFile.digest();
        int pieces = Math.ceilDiv(file.size(), PIECE);
        for (int number = 0; number < pieces; number++) {
            byte[] piece = piece(file.id(), number)
                    .orElseThrow(() -> new IOException("the content of file " + file.id() + " is gone"));
            digest.update(piece);
            if (number == pieces - 1
                    && !HexFormat.of().formatHex(digest.digest()).equals(file.hash())) {
                throw new IOException("the content of file " + file.id() + " was changed");
            }
            out.write(piece);
        }
    }

    private Optional<byte[]> piece(UUID file, int number) {
        return jdbc.sql("select content from evidence_chunk where file_id = ? and number = ?")
                .params(Ids.bytes(file), number)
                .query((row, index) -> Base64.getDecoder().decode(cipher.decrypt(row.getBytes(1))))
                .optional();
    }

    void delete(UUID file) {
        jdbc.sql("delete from evidence_chunk where file_id = ?")
                .param(Ids.bytes(file))
                .update();
    }
}
