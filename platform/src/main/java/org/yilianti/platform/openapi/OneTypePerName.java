package org.yilianti.platform.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Refuses to describe two types by one schema.
 *
 * <p>Schemas are named by the simple names of types: of two nested records of the same name the document would show one, whichever
 * came last, as the form of both.
 */
class OneTypePerName implements ModelConverter {

    private static final String OURS = "org.yilianti.";

    private final Map<String, JavaType> types = new ConcurrentHashMap<>();

    @Override
    @SuppressWarnings("rawtypes") // as the interface declares it
    public @Nullable Schema resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> further) {
        Schema<?> schema = further.hasNext() ? further.next().resolve(type, context, further) : null;
        if (schema != null && schema.get$ref() != null) {
            claim(schema.get$ref(), Json.mapper().constructType(type.getType()));
        }
        return schema;
    }

    private void claim(String name, JavaType type) {
        if (!type.getRawClass().getName().startsWith(OURS)) {
            return; // a wrapper, which has the name of what it holds
        }
        JavaType other = types.putIfAbsent(name, type);
        if (other != null && !other.equals(type)) {
            throw new IllegalStateException("%s would describe both %s and %s: rename one of them"
                    .formatted(name, other.toCanonical(), type.toCanonical()));
        }
    }
}
