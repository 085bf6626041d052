package org.yilianti.platform.test;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The published schemas and examples of events. */
public final class EventContract {

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private EventContract() {}

    /** Fails, listing every violation, unless {@code json} is a valid body of event {@code type}. */
    public static void assertValid(String type, String json) {
        assertValidAgainst(read("contracts/events/" + type + "/schema.json"), type, json);
    }

    static void assertValidAgainst(String schemaText, String type, String json) {
        Schema schema = SCHEMAS.getSchema(schemaText, InputFormat.JSON);
        var errors = schema.validate(
                json,
                InputFormat.JSON,
                context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        if (!errors.isEmpty()) {
            throw new AssertionError(type + " violates its schema: " + errors + "\n" + json);
        }
    }

    /** The published example body of event {@code type}. */
    public static String example(String type) {
        return read("contracts/events/" + type + "/example.json");
    }

    static String read(String resource) {
        try (InputStream stream = EventContract.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalArgumentException("no resource " + resource);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
