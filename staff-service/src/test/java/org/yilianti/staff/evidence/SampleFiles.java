package org.yilianti.staff.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;

/** Small files of the formats that are taken, and large ones. */
final class SampleFiles {

    private SampleFiles() {}

    /** A PDF of one empty page whose comment is {@code text}. */
    static byte[] pdf(String text) {
        return pdf(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A PDF of at least so many bytes, which no two seeds give alike. */
    static byte[] pdf(int size, long seed) {
        byte[] noise = new byte[size];
        new Random(seed).nextBytes(noise);
        return pdf(noise);
    }

    private static byte[] pdf(byte[] comment) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(ascii("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"));
        file.writeBytes(ascii("2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"));
        file.writeBytes(ascii("3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\n"));
        file.writeBytes(ascii("4 0 obj<</Length " + comment.length + ">>stream\n"));
        file.writeBytes(comment);
        file.writeBytes(ascii("\nendstream endobj\n"));
        int place = file.size();
        file.writeBytes(ascii("xref\n0 1\n0000000000 65535 f \ntrailer<</Root 1 0 R/Size 5>>\nstartxref\n"));
        file.writeBytes(ascii(place + "\n%%EOF\n"));
        return file.toByteArray();
    }

    /** A picture of noise as the JDK writes it, in {@code png} or {@code jpg}. */
    static byte[] picture(String format, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(7);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            ImageIO.write(picture, format, file);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
