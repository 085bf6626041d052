/**
 * Test support shared by the services: a whole service on real MariaDB and Kafka with real tokens, callers, contracts.
 *
 * <p>Everything outside the service under test that matters is real; the only thing made up is who signs the tokens.
 */
@NullMarked
package org.yilianti.platform.test;

import org.jspecify.annotations.NullMarked;
