package org.yilianti.staff.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A file is what its content says, not what it is called (R4). */
class FileTypeTests {

    private static byte[] whole(FileType type) {
        return switch (type) {
            case PDF -> SampleFiles.pdf("certificate");
            case JPEG -> SampleFiles.picture("jpg", 33, 21);
            case PNG -> SampleFiles.picture("png", 33, 21);
        };
    }

    @ParameterizedTest
    @EnumSource
    void aWholeFileIsOfItsTypeAndOfNoOther_R4(FileType type) {
        for (FileType other : FileType.values()) {
            assertThat(other.holds(whole(type)))
                    .as("%s read as %s", type, other)
                    .isEqualTo(other == type);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatBrokeOffAnywhereIsNoFile_R4(FileType type) {
        byte[] whole = whole(type);
        int shortest = type == FileType.PDF ? 2 : 1; // the blank after a PDF's end may be missing
        for (int length = 0; length <= whole.length - shortest; length++) {
            assertThat(type.holds(Arrays.copyOf(whole, length)))
                    .as("%s of %s bytes", type, length)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aTypeIsKnownByItsMediaTypeWhateverTheCaseAndParameters_R4(FileType type) {
        assertThat(FileType.declared(type.mediaType().toUpperCase(java.util.Locale.ROOT) + "; name=\"x\""))
                .hasValue(type);
        assertThat(FileType.declared("multipart/form-data; boundary=x")).isEmpty();
        assertThat(type.fits(type.defaultName())).isTrue();
        assertThat(type.fits("licence." + type.name())).isTrue();
        assertThat(type.fits(type.defaultName() + ".exe")).isFalse();
    }

    @Test
    void aProgramThatIsCalledAPictureIsNone_R4() {
        byte[] program = "MZ\u0090 this program cannot be run".getBytes(StandardCharsets.ISO_8859_1);
        byte[] page = "<html><script>alert(1)</script></html>".getBytes(StandardCharsets.UTF_8);
        for (FileType type : FileType.values()) {
            assertThat(type.holds(program)).isFalse();
            assertThat(type.holds(page)).isFalse();
            assertThat(type.holds(new byte[0])).isFalse();
            assertThat(type.holds(new byte[3])).isFalse();
        }
    }

    @Test
    void anArchiveBehindAPictureOrADocumentIsNoticed_R4() {
        for (FileType type : new FileType[] {FileType.PDF, FileType.PNG}) {
            byte[] whole = whole(type);
            byte[] both = Arrays.copyOf(whole, whole.length + 4);
            System.arraycopy("PK\u0003\u0004".getBytes(StandardCharsets.ISO_8859_1), 0, both, whole.length, 4);
            assertThat(type.holds(both)).as("%s", type).isFalse();
        }
    }

    @Test
    void whatACameraPutsBehindAPictureIsLeftAlone_R4() {
        byte[] whole = whole(FileType.JPEG);
        assertThat(FileType.JPEG.holds(Arrays.copyOf(whole, whole.length + 100)))
                .isTrue();
    }

    @Test
    void aPictureOfMorePixelsThanAnyScanIsRefusedWithoutUnpackingIt_R4() {
        byte[] png = whole(FileType.PNG);
        ByteBuffer header = ByteBuffer.wrap(png);
        header.putInt(16, 100_000).putInt(20, 1_001);
        CRC32 sum = new CRC32();
        sum.update(png, 12, 17);
        header.putInt(29, (int) sum.getValue());
        assertThat(FileType.PNG.holds(png)).isFalse();
        header.putInt(20, 999);
        sum.reset();
        sum.update(png, 12, 17);
        header.putInt(29, (int) sum.getValue());
        assertThat(FileType.PNG.holds(png)).isTrue();
    }

    @Test
    void oneChangedBitOfAPictureIsNoticed_R4() {
        byte[] png = whole(FileType.PNG);
        png[png.length / 2] ^= 1;
        assertThat(FileType.PNG.holds(png)).isFalse();
    }

    /** Whatever bytes a stranger sends, the judgement is no failure. */
    @ParameterizedTest
    @EnumSource
    void noSpoiltFileMakesTheJudgementFail_R4(FileType type) {
        Random random = new Random(4711);
        byte[] whole = whole(type);
        for (int round = 0; round < 3000; round++) {
            byte[] spoilt = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            for (int times = random.nextInt(6); times >= 0; times--) {
                spoilt[random.nextInt(Math.min(spoilt.length, 80))] = (byte) random.nextInt();
                spoilt[random.nextInt(spoilt.length)] = (byte) 0xFF;
            }
            assertThatCode(() -> type.holds(spoilt)).doesNotThrowAnyException();
        }
    }
}
