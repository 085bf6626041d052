package org.yilianti.gateway.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.DefaultDeserializer;
import org.springframework.core.serializer.DefaultSerializer;
import org.yilianti.gateway.secret.BrokenSealException;
import org.yilianti.gateway.secret.Seal;

/**
 * Encrypts session attributes, which hold tokens, and refuses to deserialize any that this gateway did not write.
 *
 * <p>An attribute that does not open (a new master key) counts as absent: the person signs in again.
 */
class SealedAttributes {

    private static final Logger log = LoggerFactory.getLogger(SealedAttributes.class);
    private static final String CONTEXT = "attribute";

    private final Seal seal;
    private final DefaultSerializer serializer = new DefaultSerializer();
    private final DefaultDeserializer deserializer;

    SealedAttributes(Seal seal, ClassLoader classes) {
        this.seal = seal;
        this.deserializer = new DefaultDeserializer(classes);
    }

    @SuppressWarnings("NullAway") // a converter may return null: the session then lacks the attribute
    ConversionService conversion() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, this::close);
        conversion.addConverter(byte[].class, Object.class, this::open);
        return conversion;
    }

    private byte[] close(Object attribute) {
        try {
            return seal.close(serializer.serializeToByteArray(attribute), CONTEXT);
        } catch (IOException unserializable) {
            throw new UncheckedIOException(unserializable);
        }
    }

    private @Nullable Object open(byte[] sealed) {
        try {
            return deserializer.deserializeFromByteArray(seal.open(sealed, CONTEXT));
        } catch (BrokenSealException broken) {
            log.warn("a session attribute is dropped: {}", broken.getMessage());
            return null;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
