/** Tests of the API client against an HTTP server of the JDK. */
@NullMarked
package org.yilianti.sample.client;

import org.jspecify.annotations.NullMarked;
