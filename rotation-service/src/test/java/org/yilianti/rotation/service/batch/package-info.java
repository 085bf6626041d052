/** Tests of importing files of service. */
@NullMarked
package org.yilianti.rotation.service.batch;

import org.jspecify.annotations.NullMarked;
