/** Shows what the running platform guarantees below the services: secrets, ports, one owner, supervision. */
@NullMarked
package org.yilianti.local.platform;

import org.jspecify.annotations.NullMarked;
