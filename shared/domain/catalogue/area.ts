/** Where in a release something is at home: the screen that keeps it. */
export type Area = 'scope' | 'dates' | 'criteria' | 'evidence' | 'testing' | 'committees' | 'conditions' | 'pack';
